/** The user pools' tables. A change goes into a further entry: its place in the list is the schema's version. */
export const migrations: readonly string[] = [
  `CREATE TABLE user (
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     email TEXT NOT NULL,
     email_key TEXT NOT NULL,
     email_verified INTEGER NOT NULL,
     pending_email TEXT,
     status TEXT NOT NULL,
     enabled INTEGER NOT NULL,
     attributes TEXT NOT NULL,
     srp_salt TEXT NOT NULL,
     srp_verifier TEXT NOT NULL,
     password_expires_at INTEGER,
     created_at INTEGER NOT NULL,
     modified_at INTEGER NOT NULL,
     PRIMARY KEY (pool_id, sub),
     UNIQUE (pool_id, email_key)
   ) STRICT;
   CREATE TABLE membership (
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     group_name TEXT NOT NULL,
     PRIMARY KEY (pool_id, sub, group_name),
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT;
   CREATE TABLE session (
     id TEXT PRIMARY KEY,
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     client_id TEXT NOT NULL,
     signed_in_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL,
     is_revoked INTEGER NOT NULL DEFAULT 0,
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT;
   CREATE INDEX session_by_user ON session (pool_id, sub);
   CREATE TABLE refresh_token (
     hash TEXT PRIMARY KEY,
     session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
     rotated_at INTEGER
   ) STRICT;
   CREATE INDEX refresh_token_by_session ON refresh_token (session_id);
   CREATE TABLE code (
     subject TEXT NOT NULL,
     purpose TEXT NOT NULL,
     hash TEXT NOT NULL,
     expires_at INTEGER NOT NULL,
     wrong_tries INTEGER NOT NULL DEFAULT 0,
     PRIMARY KEY (subject, purpose)
   ) STRICT;
   CREATE TABLE failed_sign_in (
     subject TEXT PRIMARY KEY,
     failures INTEGER NOT NULL,
     last_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE quota (
     key TEXT PRIMARY KEY,
     used INTEGER NOT NULL,
     renews_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE spent_challenge (
     id TEXT PRIMARY KEY,
     expires_at INTEGER NOT NULL
   ) STRICT`,
  `CREATE TABLE software_token (
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     secret TEXT,
     pending_secret TEXT,
     name TEXT,
     last_step INTEGER NOT NULL DEFAULT -1,
     is_enabled INTEGER NOT NULL DEFAULT 0,
     is_preferred INTEGER NOT NULL DEFAULT 0,
     PRIMARY KEY (pool_id, sub),
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT`,
  `CREATE TABLE pool (
     id TEXT PRIMARY KEY,
     first_seen_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE pool_resource (
     pool_id TEXT NOT NULL,
     kind TEXT NOT NULL,
     name TEXT NOT NULL,
     settings TEXT,
     created_at INTEGER NOT NULL,
     modified_at INTEGER NOT NULL,
     PRIMARY KEY (pool_id, kind, name)
   ) STRICT`,
  `ALTER TABLE session ADD COLUMN origin TEXT NOT NULL DEFAULT 'api';
   ALTER TABLE session ADD COLUMN scopes TEXT NOT NULL DEFAULT 'aws.cognito.signin.user.admin';
   CREATE TABLE authorization_code (
     hash TEXT PRIMARY KEY,
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     client_id TEXT NOT NULL,
     redirect_uri TEXT NOT NULL,
     scopes TEXT NOT NULL,
     nonce TEXT,
     code_challenge TEXT,
     signed_in_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL,
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT;
   CREATE TABLE browser_session (
     hash TEXT PRIMARY KEY,
     pool_id TEXT NOT NULL,
     sub TEXT NOT NULL,
     signed_in_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL,
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT`,
  // What has expired is deleted in passing: without these, each request would read through what strangers have filled the tables with.
  `CREATE INDEX session_by_expiry ON session (expires_at);
   CREATE INDEX code_by_expiry ON code (expires_at);
   CREATE INDEX failed_sign_in_by_time ON failed_sign_in (last_at);
   CREATE INDEX quota_by_renewal ON quota (renews_at);
   CREATE INDEX spent_challenge_by_expiry ON spent_challenge (expires_at);
   CREATE INDEX authorization_code_by_expiry ON authorization_code (expires_at);
   CREATE INDEX browser_session_by_expiry ON browser_session (expires_at)`,
  `CREATE TABLE passkey (
     pool_id TEXT NOT NULL,
     id TEXT NOT NULL,
     sub TEXT NOT NULL,
     public_key BLOB NOT NULL,
     counter INTEGER NOT NULL,
     relying_party_id TEXT NOT NULL,
     name TEXT NOT NULL,
     attachment TEXT,
     transports TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     PRIMARY KEY (pool_id, id),
     FOREIGN KEY (pool_id, sub) REFERENCES user ON DELETE CASCADE
   ) STRICT;
   CREATE INDEX passkey_by_user ON passkey (pool_id, sub)`,
  `ALTER TABLE user ADD COLUMN has_password INTEGER NOT NULL DEFAULT 1`,
];
