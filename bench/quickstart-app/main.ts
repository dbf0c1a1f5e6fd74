/**
 * What Amplify's quickstart for Angular makes: the Authenticator around the app.
 * https://docs.amplify.aws/angular/start/quickstart/
 * Only its configuration is fetched, since it names the stand-in, which is somewhere else in each run.
 */
import { Component, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import { AmplifyAuthenticatorModule, type AuthenticatorComponent } from '@aws-amplify/ui-angular';
import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';

type LoginMechanism = NonNullable<AuthenticatorComponent['loginMechanisms']>[number];

interface Outputs extends Record<string, unknown> {
  auth: { oauth?: unknown; passwordless?: unknown };
  custom: { local: { endpoint: string } };
}

@Component({
  selector: 'app-root',
  imports: [AmplifyAuthenticatorModule, RouterOutlet],
  template: `
    <amplify-authenticator [loginMechanisms]="loginMechanisms">
      <ng-template amplifySlot="authenticated" let-user="user" let-signOut="signOut">
        <h1>Hello, {{ user?.signInDetails?.loginId }}</h1>
        <button (click)="signOut()">Sign out</button>
        <router-outlet />
      </ng-template>
    </amplify-authenticator>
  `,
})
class App {
  protected readonly loginMechanisms: LoginMechanism[] = ['email'];
}

async function start(): Promise<void> {
  const outputs = (await (await fetch('/amplify_outputs.json')).json()) as Outputs;
  // A quickstart has neither; the Authenticator for Angular shows nothing at all where there are one-time codes.
  delete outputs.auth.oauth;
  delete outputs.auth.passwordless;
  const resources = parseAmplifyConfig(outputs);
  const cognito = resources.Auth?.Cognito;
  if (cognito) cognito.userPoolEndpoint = outputs.custom.local.endpoint;
  Amplify.configure(resources);
  await bootstrapApplication(App, {
    providers: [provideBrowserGlobalErrorListeners(), provideRouter([])],
  });
}

start().catch((failure: unknown) => {
  console.error(failure);
});
