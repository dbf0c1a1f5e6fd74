import { FakeWaysIn } from './fake-ways-in';
import { describeWaysIn } from './ways-in-specs';

function refusal(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

describeWaysIn('FakeWaysIn', () => {
  const waysIn = new FakeWaysIn();
  return Promise.resolve({
    waysIn,
    email: 'somebody@example.com',
    stranger: 'stranger@example.com',
    latestCode: () => Promise.resolve('12345678'),
    willBeWrong: () => {
      waysIn.leadTo(refusal('CodeMismatchException', 'Invalid code or auth state for the user.'));
    },
    willBeLate: () => {
      const message = 'Invalid session for the user, session is expired.';
      waysIn.leadTo(refusal('NotAuthorizedException', message));
      return Promise.resolve();
    },
    willLackThat: () => {
      waysIn.leadTo({ kind: 'other-way', open: ['password', 'email-code'] });
    },
  });
});
