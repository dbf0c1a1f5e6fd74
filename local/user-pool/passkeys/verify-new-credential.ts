import { cognitoError } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { NewCredential } from './given-credential.ts';
import { ALGORITHMS } from './options.ts';
import { passkeyName } from './passkey-name.ts';
import type { Passkey } from './passkeys.ts';
import { publicKeyFault } from './public-key-fault.ts';
import type { RelyingParty } from './relying-party.ts';

/**
 * The passkey that an authenticator made (WebAuthn, 7.1); challenge and origin have been checked. Throws
 * WebAuthnRelyingPartyMismatchException, or WebAuthnCredentialNotSupportedException for all else.
 */
export async function verifyNewCredential(
  credential: NewCredential,
  { id: relyingPartyId, userVerification }: RelyingParty,
): Promise<Omit<Passkey, 'createdAt'>> {
  await refuseCertificates(credential);
  const { attachment, transports, clientData } = credential;
  // Loaded when somebody needs it: it would cost every start a fifth of a second.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { registrationInfo } = await verifyRegistrationResponse({
    response: asJson(credential),
    expectedChallenge: clientData.challenge,
    expectedOrigin: clientData.origin,
    expectedRPID: relyingPartyId,
    requireUserVerification: userVerification === 'required',
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((problem: unknown) => {
    // The library says in words what is wrong; Cognito has a name for one of them.
    throw refusalOf(problem);
  });
  if (!registrationInfo) throw notSupported('its signature is wrong');
  const { credential: made, aaguid } = registrationInfo;
  if (made.id !== credential.id) throw notSupported('the authenticator gave it another id');
  // The library looks at the key when it checks a signature, and a registration has none.
  const fault = await publicKeyFault(made.publicKey);
  if (fault !== undefined) throw notSupported(fault);
  const name = passkeyName(aaguid, attachment);
  const { id, publicKey, counter } = made;
  return { id, publicKey, counter, relyingPartyId, name, attachment, transports };
}

/** No proof of the authenticator's make was asked for. One with a certificate would make the library look at addresses in it. */
async function refuseCertificates({ attestationObject }: NewCredential): Promise<void> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const format = (() => {
    try {
      const attestation = decodeAttestationObject(
        new Uint8Array(Buffer.from(attestationObject, 'base64url')),
      );
      const hasCertificate = attestation.get('attStmt').get('x5c') !== undefined;
      return hasCertificate ? 'with a certificate' : attestation.get('fmt');
    } catch (problem) {
      // No CBOR, or none with these members.
      throw notSupported(`its attestation cannot be read: ${wordsOf(problem)}`);
    }
  })();
  if (format === 'none' || format === 'packed') return;
  throw notSupported(`its attestation is ${format}, and none was asked for`);
}

function asJson({ id, clientDataJSON, attestationObject }: NewCredential) {
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: {},
  };
}

function refusalOf(problem: unknown): CognitoError {
  if (problem instanceof Error && problem.name === 'UnexpectedRPIDHash') {
    return cognitoError(
      'WebAuthnRelyingPartyMismatchException',
      'The credential is for another relying party.',
    );
  }
  return notSupported(wordsOf(problem));
}

/** AWS does not publish its words. */
function notSupported(reason: string): CognitoError {
  return cognitoError(
    'WebAuthnCredentialNotSupportedException',
    'The credential is not supported.',
  ).because(reason);
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? problem.message.slice(0, 200) : 'unknown';
}
