import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, UrlSerializer, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ReadableAddresses } from './readable-addresses';

@Component({ selector: 'pp-front', template: 'The front page' })
class Front {}
@Component({ selector: 'pp-story', template: 'A story' })
class Story {}
@Component({ selector: 'pp-not-found', template: 'Not found' })
class NotFound {}

describe('ReadableAddresses', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: '', pathMatch: 'full', component: Front },
            { path: 'news/:id', component: Story },
            { path: '**', component: NotFound },
          ],
          withComponentInputBinding(),
        ),
        { provide: UrlSerializer, useClass: ReadableAddresses },
      ],
    });
  });

  for (const [address, page] of [
    ['/', 'The front page'],
    ['/?from=mail#top', 'The front page'],
    ['/?from=100%', 'The front page'],
    ['/news/1', 'A story'],
    ['/news/1?from=100%', 'A story'],
    ['/news/1#100%', 'A story'],
    ['/news/a%2Fb', 'A story'],
    ['/%', 'Not found'],
    ['/%zz?from=mail', 'Not found'],
    ['/news/%E0%A4%A', 'Not found'],
    ['/(aux:x)', 'Not found'],
    ['/(news/1//aux:x)', 'Not found'],
    ['/news/1(aux:x)', 'A story'],
    ['/?from=(aux:x)', 'The front page'],
    ['/)', 'Not found'],
    ['/(', 'Not found'],
    ['/a//b', 'Not found'],
  ] as const) {
    it(`reads ${address}`, async () => {
      const harness = await RouterTestingHarness.create(address);
      expect(harness.routeNativeElement?.textContent).toBe(page);
      // What the address bar shows by then leads to the same page.
      const shown = TestBed.inject(Router).url;
      await harness.navigateByUrl('/a/page/between');
      await harness.navigateByUrl(shown);
      expect(harness.routeNativeElement?.textContent).toBe(page);
    });
  }
});
