import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type EnvironmentProviders, ErrorHandler, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { ApiProblem } from '../../shared/api-problem';
import { anArticle } from '../../testing/articles';
import { reader } from '../../session/testing/fake-identity-provider';
import { provideFakeSession } from '../../session/testing/provide-fake-session';
import { FakeNewsClient, provideFakeNews } from '../../testing/fake-news-client';
import { settled } from '../../testing/settled';
import { ArticlePage } from './article-page';
import { present } from '../../testing/present';

type Providers = (Provider | EnvironmentProviders)[];

describe('ArticlePage', () => {
  async function open(client: FakeNewsClient, id: string, ...providers: Providers) {
    const opened = await begin(client, id, ...providers);
    await opened.harness.fixture.whenStable();
    return opened;
  }

  async function begin(client: FakeNewsClient, id: string, ...providers: Providers) {
    TestBed.configureTestingModule({
      providers: [
        provideFakeNews(client),
        ...providers,
        provideRouter(
          [
            { path: 'news/:id', title: 'Presspass', component: ArticlePage },
            { path: '', title: 'The front page', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(`/news/${id}`);
    return { harness, page: present(harness.routeNativeElement) };
  }

  it('shows headline, summary and each paragraph, and takes the headline as title', async () => {
    const article = anArticle({ body: 'One.\n\nTwo,\nstill two.\n \nThree.' });
    const { page } = await open(new FakeNewsClient([article]), article.id);

    expect(page.querySelector('h1')?.textContent).toBe(article.headline);
    expect(page.querySelectorAll('.article-body p').length).toBe(3);
    expect(TestBed.inject(Title).getTitle()).toContain(article.headline);
  });

  for (const body of ['The tuba is back.\n\nIt was in the boat house.', 'It was in a boat.']) {
    it(`says the summary once: ${body.slice(0, 12)} …`, async () => {
      const article = anArticle({ summary: 'The tuba is back.', body });
      const { page } = await open(new FakeNewsClient([article]), article.id);

      expect(page.textContent.match(/The tuba is back\./g)?.length).toBe(1);
    });
  }

  it('shows markup and script in a body as text', async () => {
    const body = '<script>alert(1)</script> and <b>bold</b>';
    const article = anArticle({ body });
    const { page } = await open(new FakeNewsClient([article]), article.id);

    expect(page.querySelector('.article-body p')?.textContent).toBe(body);
    expect(page.querySelector('.article-body b')).toBeNull();
  });

  it('says so when there is no such story', async () => {
    const { page } = await open(new FakeNewsClient(), 'nothing');

    expect(page.querySelector('h1')?.textContent).toBe('This story is not in the paper');
  });

  it('calls no story missing but the one that is, and says what it knows', async () => {
    const words = 'Presspass did not accept this request. Reload the page, then try again.';
    const client = new FakeNewsClient([anArticle({ id: 'one' })]);
    client.failNext(new ApiProblem('invalid', words));
    const { page, harness } = await open(client, 'one');
    expect(page.querySelector('h1')?.textContent).toBe('The story could not be fetched');
    expect(page.querySelector('[role=alert]')?.textContent).toContain(words);

    present(page.querySelector<HTMLButtonElement>('[role=alert] button')).click();
    await harness.fixture.whenStable();
    expect(page.querySelector('.article-body')).not.toBeNull();
  });

  it('tells somebody in more groups than fit that this is why, and how many', async () => {
    const client = new FakeNewsClient();
    client.failNext(new ApiProblem('long-token', 'Your sign-in is longer than fits.'));
    const groups = Array.from({ length: 70 }, (_, number) => `group-${String(number)}`);
    const session = provideFakeSession({ person: { ...reader, groups } });
    const { page } = await open(client, 'one', session);
    expect(page.textContent).toContain('Your sign-in is longer than fits.');
    expect(page.textContent).toContain('You are in 70 groups.');
    expect(page.textContent).not.toContain('not in the paper');
  });

  it('offers to try again when the server is away, and then shows the story', async () => {
    const article = anArticle();
    const client = new FakeNewsClient([article]);
    client.failNext(new ApiProblem('broken', 'Something went wrong on our side.'));
    const { page, harness } = await open(client, article.id);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('went wrong on our side');

    present(page.querySelector<HTMLButtonElement>('[role=alert] button')).click();
    await harness.fixture.whenStable();

    expect(page.querySelector('h1')?.textContent).toBe(article.headline);
  });

  it('leads to signing in, and back here, when the session has ended', async () => {
    const client = new FakeNewsClient();
    client.failNext(new ApiProblem('signed-out', 'Your session has ended.'));
    const { page } = await open(client, 'abc');

    expect(page.querySelector('a')?.getAttribute('href')).toBe('/sign-in?return=%2Fnews%2Fabc');
  });

  it('leaves the title alone when somebody has gone on before the story came', async () => {
    const article = anArticle();
    const client = new FakeNewsClient([article]);
    const release = client.hold();
    const { harness } = await begin(client, article.id);

    await harness.navigateByUrl('/');
    release();
    await settled(harness.fixture);

    expect(TestBed.inject(Title).getTitle()).toBe('The front page');
  });

  it('shows the story of the address that was opened last', async () => {
    const [first, second] = [anArticle(), anArticle()];
    const { page, harness } = await open(new FakeNewsClient([first, second]), first.id);

    await harness.navigateByUrl(`/news/${second.id}`);
    await harness.fixture.whenStable();

    expect(page.querySelector('h1')?.textContent).toBe(second.headline);
  });

  it('keeps the headline as title when the address changes within the story', async () => {
    const article = anArticle();
    const { harness } = await open(new FakeNewsClient([article]), article.id);

    await harness.navigateByUrl(`/news/${article.id}#end`);
    await settled(harness.fixture);

    expect(TestBed.inject(Title).getTitle()).toBe(`${article.headline} · Presspass`);
  });

  it('reports an unexpected error, and shows none of its text', async () => {
    const error = new TypeError('x is undefined');
    const client = new FakeNewsClient();
    spyOn(client, 'readArticle').and.rejectWith(error);
    const reporter = { handleError: jasmine.createSpy() };
    const { page } = await open(client, 'abc', { provide: ErrorHandler, useValue: reporter });

    expect(reporter.handleError).toHaveBeenCalledOnceWith(error);
    expect(page.textContent).not.toContain('x is undefined');
  });
});
