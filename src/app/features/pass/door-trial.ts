import { Service, computed, inject, signal } from '@angular/core';
import { DoorClient, type DoorAnswer } from './door-client';
import { doorRequest, type DoorRequest } from './door-request';
import { doors, type Door } from './door';
import { expectedAnswer, type ExpectedAnswer } from './expected-answer';
import {
  columns,
  presentedToken,
  unsignedToken,
  type Column,
  type PresentedToken,
  type Wallet,
} from './presented-token';

/** One try of a door. */
export type Trial =
  | { readonly kind: 'sending' }
  | { readonly kind: 'withheld'; readonly why: string }
  /** There is no such token yet. */
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'answered';
      readonly request: DoorRequest;
      readonly expected: ExpectedAnswer;
      readonly answer: DoorAnswer;
      readonly isAsExpected: boolean;
    };

export interface Cell {
  readonly door: Door;
  readonly column: Column;
}

export const cells: readonly Cell[] = doors.flatMap((door) =>
  columns.map((column) => ({ door, column })),
);

export const cellKey = ({ door, column }: Cell): string => `${door.operationId}-${column}`;

/** What came of each door that was tried. */
@Service({ autoProvided: false })
export class DoorTrials {
  private readonly client = inject(DoorClient);
  private readonly done = signal<ReadonlyMap<string, Trial>>(new Map());

  readonly trials = this.done.asReadonly();
  readonly count = computed(() => {
    const trials = [...this.done().values()];
    const answered = trials.filter((trial) => trial.kind === 'answered');
    return {
      tried: trials.filter(({ kind }) => kind !== 'sending').length,
      answered: answered.length,
      asExpected: answered.filter(({ isAsExpected }) => isAsExpected).length,
    };
  });

  /** Sends the request of `cell`, or tells why not. */
  async attempt(cell: Cell, wallet: Wallet): Promise<void> {
    await this.present(cell, presentedToken(cell.column, cell.door, wallet));
  }

  /** The tampered token of `cell`, as one that claims to need no signature. */
  async attemptUnsigned(cell: Cell, wallet: Wallet): Promise<void> {
    await this.present(cell, unsignedToken(cell.door, wallet));
  }

  clear(): void {
    this.done.set(new Map());
  }

  private async present(cell: Cell, token: PresentedToken | null): Promise<void> {
    this.note(cell, { kind: 'sending' });
    this.note(cell, token ? await this.trial(cell.door, token) : { kind: 'missing' });
  }

  private async trial(door: Door, token: PresentedToken): Promise<Trial> {
    const request = doorRequest(door, token);
    if (request.kind === 'withheld') return request;
    const expected = expectedAnswer(door, token);
    const answer = await this.client.send(request);
    const isAsExpected = answer.kind === 'answered' && answer.status === expected.status;
    return { kind: 'answered', request, expected, answer, isAsExpected };
  }

  private note(cell: Cell, trial: Trial): void {
    this.done.update((trials) => new Map(trials).set(cellKey(cell), trial));
  }
}
