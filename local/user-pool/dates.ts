/** A date as the AWS JSON protocol writes it: seconds since the epoch, from milliseconds. */
export function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** The two dates that pools and all they consist of carry; from milliseconds since the epoch. */
export function describeDates({
  createdAt,
  modifiedAt = createdAt,
}: {
  readonly createdAt: number;
  readonly modifiedAt?: number;
}): { LastModifiedDate: number; CreationDate: number } {
  return { LastModifiedDate: inSeconds(modifiedAt), CreationDate: inSeconds(createdAt) };
}
