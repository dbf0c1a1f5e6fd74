/** What releases kept before there was one database for everything. */
export const firstFormatFiles =
  /^(seeded|tables|user-pool-keys\.json(\.new)?|(mailbox|user-pools)\.sqlite(-wal|-shm|-journal)?)$/;
