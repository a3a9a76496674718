/** What a server's entry carries after it was exported from the app. */
export const onlyTheAppWrites = {
	source: "is a member that only the app writes, and that it ignores; leave it out, as it is left out on devices",
};
