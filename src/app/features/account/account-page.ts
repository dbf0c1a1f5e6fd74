import { Component } from '@angular/core';

/** `/account`: what a person may change about themselves. */
@Component({ selector: 'pp-account-page', template: `<h1>Your account</h1>` })
export class AccountPage {}
