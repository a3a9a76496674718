import * as pulumi from "@pulumi/pulumi";

type Before = readonly pulumi.Resource[] | Promise<readonly pulumi.Resource[]>;

/**
 * The options of a resource that comes after others as well. Where some of them are a promise, Pulumi's own merging makes
 * an output of all, and the SDK then looks for unknown values through everything that any of them refers to, once more for
 * each resource that waits: with 100 groups in a bucket that takes minutes.
 */
export function comingAfter(opts: pulumi.CustomResourceOptions, before: Before): pulumi.CustomResourceOptions {
	const { dependsOn = [] } = opts;
	if (pulumi.Output.isInstance(dependsOn)) return pulumi.mergeOptions(opts, { dependsOn: waited(before) });
	if (!(dependsOn instanceof Promise || before instanceof Promise)) {
		return { ...opts, dependsOn: [...listed(dependsOn), ...before] };
	}
	const both = async () => [...listed(await dependsOn), ...(await before)];
	return { ...opts, dependsOn: both() };
}

function listed(dependsOn: pulumi.Input<pulumi.Resource> | pulumi.Input<pulumi.Resource>[]) {
	return Array.isArray(dependsOn) ? dependsOn : [dependsOn];
}

async function waited(before: Before): Promise<pulumi.Resource[]> {
	return [...(await before)];
}
