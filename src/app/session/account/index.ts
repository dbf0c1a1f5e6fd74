/** The account: for the pages on which people see and change what is theirs. */
export { Account, type Beginning, type Factors, type Passkey, type Profile } from './account';
export { provideAccount } from './provide-account';
