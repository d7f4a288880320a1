/** At most this many commands in one request. */
export const maxCommandsPerRequest = 100;
