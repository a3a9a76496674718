/** Milliseconds of the processor that something takes in this process, which other programs on the machine do not lengthen. */
export async function time(work) {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
