import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../../session/session';
import { ApiProblem } from '../../shared/api-problem';
import { anArticle } from '../../testing/articles';
import { FakeIdentityProvider, reader } from '../../session/testing/fake-identity-provider';
import { provideFakeSession } from '../../session/testing/provide-fake-session';
import { FakeNewsClient, provideFakeNews } from '../../testing/fake-news-client';
import { settled } from '../../testing/settled';
import { FrontPage } from './front-page';
import { present } from '../../testing/present';

describe('FrontPage', () => {
  async function open(client: FakeNewsClient, provider = new FakeIdentityProvider()) {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideFakeNews(client), provideFakeSession({ provider })],
    });
    await TestBed.inject(Session).settled();
    const fixture = TestBed.createComponent(FrontPage);
    await settled(fixture);
    const page = fixture.nativeElement as HTMLElement;
    return {
      page,
      headlines: () => [...page.querySelectorAll('h2')].map((title) => title.textContent.trim()),
      click: async (words: string) => {
        present(
          [...page.querySelectorAll('button')].find((button) => button.textContent.includes(words)),
        ).click();
        await settled(fixture);
      },
      settle: () => settled(fixture),
    };
  }
  const news = (count: number) =>
    Array.from({ length: count }, (_, index) => anArticle({ headline: `Story ${String(index)}` }));

  it('shows the newest stories first, and more on demand, to the end of the paper', async () => {
    const { headlines, click, page } = await open(new FakeNewsClient(news(30)));
    expect(headlines().length).toBe(22);
    expect(headlines()[0]).toBe('Story 0');

    await click('More news');

    expect(headlines().length).toBe(30);
    expect(page.textContent).toContain('the end of the paper');
  });

  it('keeps the stories and offers to try again when more cannot be fetched', async () => {
    const client = new FakeNewsClient(news(30));
    const { headlines, click, page } = await open(client);
    client.failNext(new ApiProblem('unreachable', 'Presspass cannot be reached.'));

    await click('More news');
    expect(headlines().length).toBe(22);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('cannot be reached');
    await click('Try again');

    expect(headlines().length).toBe(30);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('says so when there is no news', async () => {
    const { page } = await open(new FakeNewsClient([]));

    expect(page.textContent).toContain('No news today');
  });

  it('says that it is loading until the first answer', async () => {
    const client = new FakeNewsClient(news(1));
    const release = client.hold();
    const { page, settle } = await open(client);
    expect(page.querySelector('[role=status]')?.textContent).toContain('Loading');

    release();
    await settle();

    expect(page.querySelector('[role=status]')).toBeNull();
  });

  it('shows markup in a headline as text', async () => {
    const headline = '<img src=x onerror=alert(1)> & <b>bold</b>';
    const { headlines, page } = await open(new FakeNewsClient([anArticle({ headline })]));

    expect(headlines()).toEqual([headline]);
    expect(page.querySelector('img, b')).toBeNull();
  });

  it('tells anonymous readers how to get a pass, and nobody else', async () => {
    const { page } = await open(new FakeNewsClient(news(1)));
    expect(page.querySelector('a[href="/sign-in"]')).not.toBeNull();

    TestBed.resetTestingModule();
    const signedIn = await open(
      new FakeNewsClient(news(1)),
      new FakeIdentityProvider().signedIn(reader),
    );
    expect(signedIn.page.querySelector('a[href="/sign-in"]')).toBeNull();
  });
});
