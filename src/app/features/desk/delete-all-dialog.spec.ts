import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../../shared/api-problem';
import { Notices } from '../../shared/notices';
import { anArticle } from '../../testing/articles';
import { FakeNewsClient, provideFakeNews } from '../../testing/fake-news-client';
import { settled } from '../../testing/settled';
import { DeleteAllDialog } from './delete-all-dialog';
import { present } from '../../testing/present';

describe('DeleteAllDialog', () => {
  async function open(client: FakeNewsClient) {
    TestBed.configureTestingModule({ providers: [provideFakeNews(client)] });
    const fixture = TestBed.createComponent(DeleteAllDialog);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await settled(fixture);
    fixture.componentInstance.open();
    await settled(fixture);
    const dialog = present(host.querySelector('dialog'));
    return {
      dialog,
      settle: () => settled(fixture),
      submit: () => present(dialog.querySelector<HTMLButtonElement>('button[type=submit]')),
      type: async (words: string) => {
        const input = present(dialog.querySelector('input'));
        input.value = words;
        input.dispatchEvent(new Event('input'));
        await settled(fixture);
      },
      notices: TestBed.inject(Notices),
    };
  }
  const paper = (count: number) =>
    new FakeNewsClient(Array.from({ length: count }, () => anArticle()));

  it('goes on only after the words have been typed', async () => {
    const client = paper(1);
    const { type, submit, dialog } = await open(client);

    await type('delete');
    expect(submit().disabled).toBeTrue();
    present(dialog.querySelector('form')).dispatchEvent(new Event('submit', { cancelable: true }));
    expect(client.calls).toEqual([]);
    await type(' Delete everything ');

    expect(submit().disabled).toBeFalse();
  });

  it('shows how far it is, closes when done and says what it did', async () => {
    const client = paper(5);
    const { type, submit, dialog, settle, notices } = await open(client);
    await type('delete everything');
    const release = client.hold();

    submit().click();
    await Promise.resolve();
    TestBed.tick();
    expect(dialog.querySelector('progress')).not.toBeNull();
    release();
    await settle();

    expect(dialog.open).toBeFalse();
    expect(notices.current()?.text).toContain('5 stories moved to the trash');
  });

  it('stops after the batch that is under way when Escape is pressed', async () => {
    const client = paper(6);
    const { type, submit, dialog, settle, notices } = await open(client);
    await type('delete everything');
    const release = client.hold();
    submit().click();

    const escape = new Event('cancel', { cancelable: true });
    dialog.dispatchEvent(escape);
    expect(escape.defaultPrevented).toBeTrue();
    release();
    await settle();

    expect(client.calls).toEqual(['deleteAllNews']);
    expect(notices.current()?.text).toBe('Stopped. 2 stories moved to the trash; the others stay.');
  });

  it('stays open with the reason when the server fails, and can go on', async () => {
    const client = paper(3);
    const { type, submit, dialog, settle } = await open(client);
    await type('delete everything');
    client.failNext(new ApiProblem('broken', 'Something went wrong on our side.'));
    submit().click();
    await settle();
    expect(dialog.querySelector('[role=alert]')?.textContent).toContain('went wrong on our side');

    submit().click();
    await settle();

    expect(dialog.open).toBeFalse();
  });
});
