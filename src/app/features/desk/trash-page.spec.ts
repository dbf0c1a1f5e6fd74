import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../../shared/api-problem';
import { type Notice, Notices } from '../../shared/notices';
import { anArticle } from '../../testing/articles';
import { FakeNewsClient, provideFakeNews } from '../../testing/fake-news-client';
import { present } from '../../testing/present';
import { settled } from '../../testing/settled';
import { TrashPage } from './trash-page';

describe('TrashPage', () => {
  /** The trash after `count` stories have been deleted. */
  async function open(count: number, notice?: Notice) {
    const client = new FakeNewsClient(Array.from({ length: count }, () => anArticle()));
    client.batch = count;
    if (count > 0) await client.deleteAllNews();
    TestBed.configureTestingModule({ providers: [provideFakeNews(client)] });
    if (notice) TestBed.inject(Notices).show(notice);
    const fixture = TestBed.createComponent(TrashPage);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await settled(fixture);
    return {
      client,
      page,
      settle: () => settled(fixture),
      rows: () => page.querySelectorAll('li').length,
      click: async (words: string) => {
        const buttons = [...page.querySelectorAll('button')];
        present(buttons.find((button) => button.textContent.includes(words))).click();
        await settled(fixture);
      },
      notices: TestBed.inject(Notices),
    };
  }

  it('says that it is empty when it is', async () => {
    expect((await open(0)).page.textContent).toContain('The trash is empty.');
  });

  it('shows what is left when everything that was shown has been restored', async () => {
    const { rows, click, page, notices } = await open(60);
    expect(rows()).toBe(50);

    await click('Restore all 50 shown');
    expect(notices.current()?.text).toBe('50 stories restored.');
    expect(rows()).toBe(10);
    await click('Restore all 10 shown');

    expect(page.textContent).toContain('The trash is empty.');
  });

  it('restores one by one, and gives the focus a place', async () => {
    const { rows, click, settle, page, notices } = await open(2);

    present(page.querySelector<HTMLButtonElement>('li button')).click();
    await settle();
    await click('Restore');

    expect(rows()).toBe(0);
    expect(notices.current()?.text).toContain('restored.');
    expect(document.activeElement).toBe(page.querySelector('.desk-count'));
  });

  it('offers one way to bring a single story back', async () => {
    const { page, notices } = await open(1, {
      text: '1 story moved to the trash.',
      action: { label: 'Undo', run: () => undefined },
    });

    expect([...page.querySelectorAll('button')].map((it) => it.textContent.trim())).toEqual([
      'Restore',
    ]);
    expect(notices.current()).toEqual({ text: '1 story moved to the trash.' });
  });

  it('restores all that are shown', async () => {
    const { rows, click, notices } = await open(3);

    await click('Restore all 3 shown');

    expect(rows()).toBe(0);
    expect(notices.current()?.text).toBe('3 stories restored.');
  });

  it('keeps the row and says why when restoring fails', async () => {
    const { client, rows, click, notices } = await open(1);
    client.failNext(new ApiProblem('broken', 'Something went wrong on our side.'));

    await click('Restore');

    expect(rows()).toBe(1);
    expect(notices.current()?.text).toContain('went wrong on our side');
  });
});
