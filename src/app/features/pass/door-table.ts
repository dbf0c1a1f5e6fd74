import {
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChildren,
} from '@angular/core';
import { doorName, doorWants, doors } from './door';
import { DoorResult } from './door-result';
import { DoorTrials, cellKey, cells, type Cell, type Trial } from './door-trial';
import { expectedAnswer } from './expected-answer';
import { doorRequest } from './door-request';
import { columnNames, columns, presentedToken, type Wallet } from './presented-token';

const headings = [
  { column: 'none', name: 'No token', hint: 'a stranger' },
  { column: 'id', name: 'ID token', hint: 'your passport' },
  { column: 'access', name: 'Access token', hint: 'your boarding pass' },
  { column: 'tampered', name: 'Tampered', hint: 'yours, with admin written in' },
  { column: 'expired', name: 'Expired', hint: 'genuine, but over' },
] as const;

/** "Try the doors": every operation with every kind of token. */
@Component({
  selector: 'pp-door-table',
  imports: [DoorResult],
  providers: [DoorTrials],
  templateUrl: './door-table.html',
})
export class DoorTable {
  protected readonly doorTrials = inject(DoorTrials);
  readonly wallet = input.required<Wallet>();
  /** Row by row, as `cells`. */
  private readonly buttons = viewChildren<ElementRef<HTMLElement>>('button');

  protected readonly total = cells.length;
  protected readonly headings = headings;
  /** The cell that Tab leads to; the arrow keys lead on from there. */
  protected readonly place = signal({ row: 0, column: 0 });
  /** The last cell of each door that was tried: its result stands below the door. */
  private readonly shown = signal<ReadonlyMap<string, Cell>>(new Map());
  protected readonly run = signal<'idle' | 'running' | 'stopping' | 'over'>('idle');
  protected readonly isRunning = computed(() => ['running', 'stopping'].includes(this.run()));
  protected readonly spoken = signal('');

  protected readonly rows = computed(() => {
    const [trials, shown, wallet] = [this.doorTrials.trials(), this.shown(), this.wallet()];
    return doors.map((door) => ({
      door,
      name: doorName(door),
      wants: doorWants(door),
      shown: shown.get(door.operationId),
      cells: columns.map((column) => {
        const cell = { door, column };
        return { ...cell, key: cellKey(cell), ...face(cell, trials.get(cellKey(cell)), wallet) };
      }),
    }));
  });

  protected readonly outcome = computed(() => {
    const { tried, answered, asExpected } = this.doorTrials.count();
    const withheld = tried - answered;
    return `${tried} of ${this.total} tried. ${asExpected} of ${answered} answered as expected${
      withheld > 0 ? `, ${withheld} not sent` : ''
    }.`;
  });

  constructor() {
    // Whoever has left the page, or is signed out, tries no more doors.
    inject(DestroyRef).onDestroy(() => {
      this.stop();
    });
  }

  protected async attempt(cell: Cell): Promise<void> {
    this.show(cell);
    await this.doorTrials.attempt(cell, this.wallet());
    const trial = this.doorTrials.trials().get(cellKey(cell));
    this.spoken.set(`${cellName(cell)}: ${trial ? trialWords(trial) : ''}`);
  }

  protected async attemptUnsigned(cell: Cell): Promise<void> {
    await this.doorTrials.attemptUnsigned(cell, this.wallet());
    const trial = this.doorTrials.trials().get(cellKey(cell));
    this.spoken.set(`${cellName(cell)}, unsigned: ${trial ? trialWords(trial) : ''}`);
  }

  /** One after another, so that the answers tell how long each took. */
  protected async attemptAll(): Promise<void> {
    this.doorTrials.clear();
    this.shown.set(new Map());
    this.run.set('running');
    for (const cell of cells) {
      if (this.run() !== 'running') break;
      await this.doorTrials.attempt(cell, this.wallet());
    }
    this.run.set('over');
    this.spoken.set(this.outcome());
  }

  protected stop(): void {
    this.run.set('stopping');
  }

  protected trialOf(cell: Cell): Trial | undefined {
    return this.doorTrials.trials().get(cellKey(cell));
  }

  protected move(event: KeyboardEvent): void {
    const { row, column } = this.place();
    const next = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: columns.length - 1 },
    }[event.key];
    const button = next && this.buttons()[next.row * columns.length + next.column];
    if (!next || !button || next.column < 0 || next.column >= columns.length) return;
    event.preventDefault();
    this.place.set(next);
    button.nativeElement.focus();
  }

  private show(cell: Cell): void {
    this.shown.update((shown) => new Map(shown).set(cell.door.operationId, cell));
  }
}

const cellName = ({ door, column }: Cell): string =>
  `${doorName(door)} with ${columnNames[column]}`;

function trialWords(trial: Trial): string {
  switch (trial.kind) {
    case 'sending':
      return 'sending';
    case 'withheld':
      return 'not sent';
    case 'missing':
      return 'no such token yet';
    case 'answered':
      return trial.answer.kind === 'answered'
        ? `${trial.answer.status}, ${trial.isAsExpected ? 'as expected' : `${trial.expected.status} was expected`}`
        : 'no answer';
  }
}

/** What the button of a cell shows, and what is said before and after that. */
function face(cell: Cell, trial: Trial | undefined, wallet: Wallet) {
  const name = cellName(cell);
  if (!trial) {
    return {
      ...forecast(cell, wallet),
      outcome: 'untried',
      lead: `${name}: try, likely`,
      rest: '',
    };
  }
  const lead = `${name}:`;
  if (trial.kind !== 'answered') return { ...quiet[trial.kind], outcome: 'quiet', lead, rest: '' };
  const { answer, expected, isAsExpected } = trial;
  return {
    text: answer.kind === 'answered' ? `${answer.status} ${isAsExpected ? '✓' : '≠'}` : 'failed',
    side: isAsExpected ? sideOf(expected.isOpen) : '',
    outcome: isAsExpected ? 'expected' : 'surprise',
    lead,
    rest: isAsExpected ? 'as expected' : `but ${expected.status} was expected`,
  };
}

const quiet = {
  sending: { text: '…', side: '' },
  withheld: { text: 'not sent', side: 'open' },
  missing: { text: 'later', side: '' },
} as const;

const sideOf = (isOpen: boolean): 'open' | 'shut' => (isOpen ? 'open' : 'shut');

function forecast({ door, column }: Cell, wallet: Wallet) {
  const token = presentedToken(column, door, wallet);
  if (!token) return quiet.missing;
  if (doorRequest(door, token).kind === 'withheld') return quiet.withheld;
  const { status, isOpen } = expectedAnswer(door, token);
  return { text: `${status}?`, side: sideOf(isOpen) };
}
