import {
  Component,
  type ElementRef,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { NewsStore } from '../../news/news-store';
import { ApiProblem } from '../../shared/api-problem';
import { Notices } from '../../shared/notices';
import { number, storyCount } from './story-count';

/** What has to be typed, so that nobody deletes the whole paper by a slip. */
const confirmationWords = 'delete everything';

type Deletion =
  | { readonly status: 'asking'; readonly problem?: string }
  | { readonly status: 'running'; readonly deleted: number; readonly isStopping: boolean };

@Component({
  selector: 'pp-delete-all-dialog',
  templateUrl: './delete-all-dialog.html',
})
export class DeleteAllDialog {
  private readonly news = inject(NewsStore);
  private readonly notices = inject(Notices);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  /** Whatever came of it. Where not everything is deleted, the list has been forgotten. */
  readonly closed = output();

  private stopping = new AbortController();
  protected readonly number = number;
  protected readonly confirmationWords = confirmationWords;
  protected readonly typed = signal('');
  protected readonly deletion = signal<Deletion>({ status: 'asking' });
  protected readonly isConfirmed = computed(
    () => this.typed().trim().toLocaleLowerCase('en') === confirmationWords,
  );

  open(): void {
    this.typed.set('');
    this.deletion.set({ status: 'asking' });
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  /** Escape while it runs means: stop after this batch. */
  protected cancel(event: Event): void {
    if (this.deletion().status !== 'running') return;
    event.preventDefault();
    this.stop();
  }

  protected stop(): void {
    this.stopping.abort();
    this.deletion.update((deletion) =>
      deletion.status === 'running' ? { ...deletion, isStopping: true } : deletion,
    );
  }

  protected async deleteEverything(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isConfirmed() || this.deletion().status === 'running') return;
    this.stopping = new AbortController();
    this.report(0);
    try {
      const deleted = await this.news.deleteAll((count) => {
        this.report(count);
      }, this.stopping.signal);
      this.finish(deleted);
    } catch (error) {
      // An expected problem leaves the dialog open, ready to go on; others go to the error reporter.
      this.deletion.set({
        status: 'asking',
        problem: error instanceof ApiProblem ? error.message : '',
      });
      if (!(error instanceof ApiProblem)) throw error;
    }
  }

  private report(deleted: number): void {
    this.deletion.set({
      status: 'running',
      deleted,
      isStopping: this.stopping.signal.aborted,
    });
  }

  private finish(deleted: number): void {
    const count = storyCount(deleted);
    this.close();
    this.notices.show({
      text: this.stopping.signal.aborted
        ? `Stopped. ${count} moved to the trash; the others stay.`
        : `${count} moved to the trash. They can be restored for 30 days.`,
    });
  }
}
