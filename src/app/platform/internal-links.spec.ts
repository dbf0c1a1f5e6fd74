import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { provideInternalLinks } from './internal-links';
import { present } from '../testing/present';

describe('internal links', () => {
  let followed: string[];
  let area: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideInternalLinks()] });
    followed = [];
    spyOn(TestBed.inject(Router), 'navigateByUrl').and.callFake((url) => {
      followed.push(String(url));
      return Promise.resolve(true);
    });
    area = document.createElement('div');
    document.body.append(area);
    // The browser must not really go anywhere; this comes after the listener of the app.
    area.ownerDocument.defaultView?.addEventListener('click', preventDefault);
  });

  afterEach(() => {
    area.remove();
    window.removeEventListener('click', preventDefault);
  });

  const preventDefault = (event: Event): void => {
    event.preventDefault();
  };

  function click(html: string, event: MouseEventInit = {}): boolean {
    area.innerHTML = html;
    const target = present(area.querySelector('em') ?? area.querySelector('a'));
    const before = followed.length;
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...event }));
    return followed.length > before;
  }

  it('follows a link to one of our pages, also when something inside it is clicked', () => {
    expect(click('<a href="/news/a?b=c#d">story</a>')).toBeTrue();
    expect(click('<a href="/desk"><em>desk</em></a>')).toBeTrue();

    expect(followed).toEqual(['/news/a?b=c#d', '/desk']);
  });

  for (const [what, html] of [
    ['another site', '<a href="https://example.com/news/a">x</a>'],
    ['another port', '<a href="http://localhost:1/news/a">x</a>'],
    ['a script', '<a href="javascript:void 0">x</a>'],
    ['a mail address', '<a href="mailto:a@b.test">x</a>'],
    ['a new tab', '<a href="/desk" target="_blank">x</a>'],
    ['a download', '<a href="/desk" download>x</a>'],
    ['a place on this page', '<a href="#main">x</a>'],
    ['nothing', '<a>x</a>'],
  ] as const) {
    it(`leaves a link to ${what} to the browser`, () => {
      // `#main` is a place on this page, whichever page the test runner shows.
      expect(
        click(html.replace('#main', `${location.pathname}${location.search}#main`)),
      ).toBeFalse();
    });
  }

  for (const event of [
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { altKey: true },
    { button: 1 },
  ]) {
    it(`leaves a click with ${JSON.stringify(event)} to the browser`, () => {
      expect(click('<a href="/desk">x</a>', event)).toBeFalse();
    });
  }
});
