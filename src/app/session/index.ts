/** What every page may need of the session. The ways in and the account have faces of their own. */
export { bearerTokenInterceptor } from './bearer-token/bearer-token-interceptor';
export { inGroup } from './guards/in-group';
export { signedIn } from './guards/signed-in';
export { signedOut } from './guards/signed-out';
export type { TokenKind, Tokens } from './identity/identity-provider';
export { withCrossTab } from './cross-tab/cross-tab';
export { withIdleSignOut } from './idle-sign-out/idle-sign-out';
export { provideSession } from './provide-session';
export { withRefreshAhead } from './refresh-ahead/refresh-ahead';
export { isWayIn, returnAddress, signInAddress } from './return-address';
export { Session } from './session';
