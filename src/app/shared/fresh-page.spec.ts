import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FreshPage } from './fresh-page';

const origin = 'http://localhost:4200';

describe('FreshPage', () => {
  let wentTo: string[];
  let type: NavigationTimingType;

  beforeEach(() => {
    wentTo = [];
    type = 'navigate';
    const defaultView = {
      location: {
        origin,
        assign: (address: string) => wentTo.push(address),
        reload: () => wentTo.push('reload'),
      },
      history: { replaceState: (_: unknown, __: string, address: string) => wentTo.push(address) },
      performance: { getEntriesByType: () => [{ type }], now: () => 60_000 },
    };
    TestBed.configureTestingModule({
      providers: [FreshPage, { provide: DOCUMENT, useValue: { defaultView } }],
    });
  });

  const server = (answer: Promise<Response>): jasmine.Spy =>
    spyOn(window, 'fetch').and.returnValue(answer);

  it('stays on this site, whatever the address looks like', async () => {
    server(Promise.resolve(new Response()));
    expect(await TestBed.inject(FreshPage).open('//evil.test/news', () => true)).toBeTrue();
    expect(wentTo).toEqual([`${origin}//evil.test/news`]);
  });

  it('leaves alone who has gone on meanwhile', async () => {
    server(Promise.resolve(new Response()));
    expect(await TestBed.inject(FreshPage).open('/desk', () => false)).toBeFalse();
    expect(await TestBed.inject(FreshPage).reload('/desk', () => false)).toBeFalse();
    expect(wentTo).toEqual([]);
  });

  it('loads nothing without the server', async () => {
    server(Promise.reject(new TypeError('Failed to fetch')));
    expect(await TestBed.inject(FreshPage).open('/desk', () => true)).toBeFalse();
    expect(await TestBed.inject(FreshPage).reload()).toBeFalse();
    expect(wentTo).toEqual([]);
  });

  it('loads anew what was to be shown, at its own address', async () => {
    server(Promise.resolve(new Response()));
    expect(await TestBed.inject(FreshPage).reload('/desk')).toBeTrue();
    expect(wentTo).toEqual([`${origin}/desk`, 'reload']);
  });

  it('does not go round in circles', async () => {
    server(Promise.resolve(new Response()));
    type = 'reload';
    expect(await TestBed.inject(FreshPage).reload()).toBeFalse();
    expect(wentTo).toEqual([]);
  });
});
