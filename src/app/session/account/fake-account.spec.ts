import { FakeAccount, appCode, emailCode } from '../testing/fake-account';
import { describeAccount } from '../testing/account-specs';

describeAccount('FakeAccount', () => {
  const account = new FakeAccount();
  return Promise.resolve({
    account,
    email: 'reader@presspass.test',
    password: 'Press-Pass-2026',
    takenEmail: 'editor@presspass.test',
    freeEmail: 'new@presspass.test',
    codeSentTo: () => Promise.resolve(emailCode),
    appCode: () => Promise.resolve(appCode),
  });
});
