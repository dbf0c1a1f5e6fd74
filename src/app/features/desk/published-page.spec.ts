import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ApiProblem } from '../../shared/api-problem';
import { TrashStore } from '../../news/trash-store';
import { Notices } from '../../shared/notices';
import { anArticle } from '../../testing/articles';
import { FakeNewsClient, provideFakeNews } from '../../testing/fake-news-client';
import { settled } from '../../testing/settled';
import { PublishedPage } from './published-page';
import { present } from '../../testing/present';

describe('PublishedPage', () => {
  async function open(client: FakeNewsClient) {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideFakeNews(client)] });
    const fixture = TestBed.createComponent(PublishedPage);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await settled(fixture);
    const one = (selector: string) => present(page.querySelector<HTMLElement>(selector));
    const act = async (action: () => void) => {
      action();
      await settled(fixture);
    };
    const button = (words: string) =>
      present([...page.querySelectorAll('button')].find((it) => it.textContent.includes(words)));
    return {
      fixture,
      one,
      act,
      button,
      page,
      headlines: () => [...page.querySelectorAll('td.headline a')].map((link) => link.textContent),
      search: (words: string) =>
        act(() => {
          const field = present(page.querySelector<HTMLInputElement>('input[type=search]'));
          field.value = words;
          field.dispatchEvent(new Event('input'));
        }),
      tick: (index: number) =>
        act(() => {
          present(page.querySelectorAll<HTMLInputElement>('td input')[index]).click();
        }),
      notices: TestBed.inject(Notices),
    };
  }

  it('loads all stories, page by page, and draws only those near the window', async () => {
    const client = new FakeNewsClient(Array.from({ length: 1_250 }, () => anArticle()));

    const { page, one } = await open(client);

    expect(client.calls.length).toBe(13);
    expect(one('[role=status]').textContent).toContain('1,250 stories');
    expect(one('table').getAttribute('aria-rowcount')).toBe('1251');
    expect(page.querySelectorAll('tbody tr').length).toBeLessThan(80);
  });

  it('finds stories by words of headline, section and byline, however they are typed', async () => {
    const { headlines, search, one } = await open(
      new FakeNewsClient([
        anArticle({ headline: 'The Sainte-Ilière sleeper', section: 'World' }),
        anArticle({ headline: '“Don’t ring the bell”', byline: 'The culture desk' }),
      ]),
    );

    await search("DON'T culture");
    expect(headlines()).toEqual(['“Don’t ring the bell”']);
    await search('iliere world');
    expect(headlines()).toEqual(['The Sainte-Ilière sleeper']);
    await search('nowhere');

    expect(headlines()).toEqual([]);
    expect(one('.empty').textContent).toContain('No story has these words');
  });

  it('still offers to undo a deletion whose page was left meanwhile', async () => {
    const client = new FakeNewsClient([anArticle()]);
    const { fixture, one, notices } = await open(client);
    const release = client.hold();
    one('.row-action button').click();
    fixture.destroy();

    release();
    await new Promise((resolve) => setTimeout(resolve));

    expect(notices.current()?.text).toBe('1 story moved to the trash.');
    expect(notices.current()?.action?.label).toBe('Undo');
  });

  it('deletes the selection and undoes it', async () => {
    const articles = [anArticle(), anArticle(), anArticle()];
    const { headlines, tick, act, button, notices, one } = await open(new FakeNewsClient(articles));
    await tick(0);
    await tick(2);

    await act(() => {
      button('Delete selected (2)').click();
    });
    expect(headlines()).toEqual([present(articles[1]).headline]);
    expect(notices.current()?.text).toBe('2 stories moved to the trash.');
    expect(document.activeElement).toBe(one('[role=status]'));
    await act(() => void notices.current()?.action?.run());

    expect(headlines()).toEqual(articles.map(({ headline }) => headline));
  });

  it('takes out of the trash what an undo brings back', async () => {
    const { tick, act, button, notices } = await open(new FakeNewsClient([anArticle()]));
    const trash = TestBed.inject(TrashStore);
    await tick(0);
    await act(() => {
      button('Delete selected (1)').click();
    });
    await trash.reload(10);
    expect(trash.items().length).toBe(1);

    await act(() => void notices.current()?.action?.run());

    expect(trash.items()).toEqual([]);
  });

  it('deletes only what is both selected and found', async () => {
    const articles = [anArticle({ headline: 'Alpha' }), anArticle({ headline: 'Beta' })];
    const { headlines, search, act, button, one } = await open(new FakeNewsClient(articles));
    await act(() => {
      one('th input').click();
    });
    await search('alpha');

    await act(() => {
      button('Delete selected (1)').click();
    });
    await search('');

    expect(headlines()).toEqual(['Beta']);
  });

  it('keeps the row and says why when a deletion fails', async () => {
    const article = anArticle();
    const client = new FakeNewsClient([article]);
    const { headlines, act, one, notices } = await open(client);
    client.failNext(new ApiProblem('forbidden', 'Only editors may do this.'));

    await act(() => {
      one('.row-action button').click();
    });

    expect(headlines()).toEqual([article.headline]);
    expect(notices.current()?.text).toContain('Only editors may do this.');
    expect(notices.current()?.action).toBeUndefined();
  });

  it('shows what is left after deleting everything was stopped', async () => {
    const client = new FakeNewsClient(Array.from({ length: 6 }, () => anArticle()));
    const { headlines, one, act, button } = await open(client);
    await act(() => {
      button('Delete everything …').click();
    });
    await act(() => {
      const words = one('dialog input') as HTMLInputElement;
      words.value = 'delete everything';
      words.dispatchEvent(new Event('input'));
    });

    const closing = new Promise((resolve) => {
      one('dialog').addEventListener('close', resolve);
    });
    await act(() => {
      one('dialog [type=submit]').click();
      one('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    await closing;
    await act(() => undefined);

    expect(headlines().length).toBe(4);
  });

  it('shows older stories when all that were loaded have been deleted', async () => {
    const client = new FakeNewsClient(Array.from({ length: 5_010 }, () => anArticle()));
    const { one, act, button } = await open(client);
    await act(() => {
      one('th input').click();
    });

    await act(() => {
      button('Delete selected (5000)').click();
    });
    await act(() => undefined);

    expect(one('[role=status]').textContent).toContain('10 stories');
  });

  it('goes on loading where it failed', async () => {
    const client = new FakeNewsClient(Array.from({ length: 150 }, () => anArticle()));
    client.failNext(new ApiProblem('busy', 'Wait a moment, then try again.'));
    const { one, act, button } = await open(client);
    expect(one('[role=alert]').textContent).toContain('Wait a moment');

    await act(() => {
      button('Try again').click();
    });

    expect(one('[role=status]').textContent).toContain('150 stories');
  });
});
