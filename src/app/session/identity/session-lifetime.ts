/** How long a session lasts: until somebody signs out on this device, or until the tab is closed. */
export type SessionLifetime = 'this-device' | 'this-tab';
