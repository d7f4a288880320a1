import { makeNewsroom } from './newsroom';

/**
 * A program of its own, because the use cases of a process belong to one database: makes a newsroom in the one that
 * DATABASE_URL names and prints it as JSON. Its argument is the size as JSON.
 */
console.log(JSON.stringify(await makeNewsroom(JSON.parse(process.argv[2] ?? ''))));
process.exit(0);
