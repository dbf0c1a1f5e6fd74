import { IdentityProblem, type IdentityProblemKind } from '../identity/identity-problem';
import type { WaysIn } from '../ways-in/ways-in';

/** Ways in, somebody who has an account and no passkey, and what a specification does to them. */
export interface WaysInUnderTest {
  readonly waysIn: WaysIn;
  readonly email: string;
  /** An address that nobody has an account with. */
  readonly stranger: string;
  /** The code that was e-mailed last. */
  readonly latestCode: () => Promise<string>;
  /** Before an answer that is not the code. */
  readonly willBeWrong: () => void;
  /** Before an answer that comes too late. */
  readonly willBeLate: () => Promise<void>;
  /** Before a way that this account does not have. */
  readonly willLackThat: () => void;
}

/** What holds for all ways in: the fake of the specs is held to it as the real ones are. */
export function describeWaysIn(name: string, create: () => Promise<WaysInUnderTest>): void {
  describe(`${name}, as the ways in`, () => {
    it('sign in by the code that was e-mailed', async () => {
      const { waysIn, email, latestCode } = await create();
      expect(await waysIn.sendCode(email)).toEqual({ kind: 'email-code' });
      expect(await waysIn.answer(await latestCode())).toEqual({ kind: 'signed-in' });
    });

    it('refuse a wrong code, and take the right one after it', async () => {
      const { waysIn, email, latestCode, willBeWrong } = await create();
      await waysIn.sendCode(email);
      const code = await latestCode();
      willBeWrong();
      expect(await refusalOf(waysIn.answer(wrong(code)))).toBe('wrong-code');
      expect(await waysIn.answer(code)).toEqual({ kind: 'signed-in' });
    });

    it('start again with another code after one that came too late', async () => {
      const { waysIn, email, latestCode, willBeLate } = await create();
      await waysIn.sendCode(email);
      await willBeLate();
      expect(await refusalOf(waysIn.answer(await latestCode()))).toBe('expired');
      await waysIn.sendCode(email);
      expect(await waysIn.answer(await latestCode())).toEqual({ kind: 'signed-in' });
    });

    it('ask a stranger for a code as they ask anybody', async () => {
      const { waysIn, stranger, willBeWrong } = await create();
      expect(await waysIn.sendCode(stranger)).toEqual({ kind: 'email-code' });
      willBeWrong();
      expect(await refusalOf(waysIn.answer('12345678'))).toBe('wrong-code');
    });

    it('name the other ways to an account without a passkey', async () => {
      const { waysIn, email, willLackThat } = await create();
      willLackThat();
      const step = await waysIn.signInWithPasskey(email);
      expect(step).toEqual({ kind: 'other-way', open: ['password', 'email-code'] });
    });
  });
}

async function refusalOf(answer: Promise<unknown>): Promise<IdentityProblemKind | 'none'> {
  try {
    await answer;
    return 'none';
  } catch (error) {
    if (error instanceof IdentityProblem) return error.kind;
    throw error;
  }
}

function wrong(code: string): string {
  return code === '00000000' ? '00000001' : '00000000';
}
