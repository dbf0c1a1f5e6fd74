import { Component } from '@angular/core';

/** `/pass`: the two tokens of a session, in plain words. */
@Component({ selector: 'pp-pass-page', template: `<h1>Your pass</h1>` })
export class PassPage {}
