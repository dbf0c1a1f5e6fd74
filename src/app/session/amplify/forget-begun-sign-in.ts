/** Amplify keeps the step at which a sign-in is, with the name of who began it, in this tab. */
export function forgetBegunSignIn(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('CognitoSignInState.')) sessionStorage.removeItem(key);
  } catch {
    // Blocked: then Amplify has kept nothing either.
  }
}
