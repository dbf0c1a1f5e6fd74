import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FakeIdentityProvider, editor, reader } from '../testing/fake-identity-provider';
import { provideFakeSession } from '../testing/provide-fake-session';
import { inGroup } from './in-group';
import { signedIn } from './signed-in';
import { signedOut } from './signed-out';

@Component({ template: 'a page' })
class Page {}

for (const guardKind of ['canActivate', 'canMatch'] as const)
  describe(`guards as ${guardKind}`, () => {
    let provider: FakeIdentityProvider;

    beforeEach(() => {
      provider = new FakeIdentityProvider();
      TestBed.configureTestingModule({
        providers: [
          ...provideFakeSession({ provider }),
          provideRouter([
            { path: '', pathMatch: 'full', component: Page },
            { path: 'news/:id', [guardKind]: [signedIn()], component: Page },
            { path: 'desk', [guardKind]: [inGroup('admin', '/editors-only')], component: Page },
            { path: 'sign-in', [guardKind]: [signedOut()], component: Page },
            { path: 'editors-only', component: Page },
          ]),
        ],
      });
    });

    async function open(url: string): Promise<string> {
      await RouterTestingHarness.create(url);
      return TestBed.inject(Router).url;
    }

    it('asks for sign-in and comes back to the article', async () => {
      expect(await open('/news/1?from=front')).toBe('/sign-in?return=%2Fnews%2F1%3Ffrom%3Dfront');
    });

    it('opens a protected page directly while a session is restored', async () => {
      provider.signedIn(reader);
      expect(await open('/news/1')).toBe('/news/1');
    });

    it('lets the last known person through while the server is away', async () => {
      provider.signedIn(editor).fail();
      expect(await open('/desk')).toBe('/desk');
    });

    it('asks for sign-in when the session has ended', async () => {
      provider.signedIn(reader).refuse();
      expect(await open('/news/1')).toBe('/sign-in?return=%2Fnews%2F1');
    });

    it('asks an anonymous person to sign in for the desk', async () => {
      expect(await open('/desk')).toBe('/sign-in?return=%2Fdesk');
    });

    it('tells a reader politely that the desk is for editors', async () => {
      provider.signedIn(reader);
      expect(await open('/desk')).toBe('/editors-only');
    });

    it('opens the desk for an editor', async () => {
      provider.signedIn(editor);
      expect(await open('/desk')).toBe('/desk');
    });

    it('takes a signed-in person from sign-in to where they wanted to go', async () => {
      provider.signedIn(reader);
      expect(await open('/sign-in?return=%2Fnews%2F1')).toBe('/news/1');
    });

    for (const bad of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])
      it(`opens the front page instead of ${bad}`, async () => {
        provider.signedIn(reader);
        expect(await open(`/sign-in?return=${encodeURIComponent(bad)}`)).toBe('/');
      });

    it('lets an anonymous person in at sign-in', async () => {
      expect(await open('/sign-in')).toBe('/sign-in');
    });
  });
