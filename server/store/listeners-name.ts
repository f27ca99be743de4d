/** Name of the file in the data directory that holds the running day's marks of listeners. No backup has it: its salt is to be gone with the day. */
export const listenersName = "listeners-today.json";
