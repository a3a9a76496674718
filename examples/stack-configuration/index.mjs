import { deploymentOfStack } from "pulumi-cowork";

const deployment = await deploymentOfStack();

/** What conversations reach, and whether devices are taken over. */
export const { summary } = deployment.egress;
/** Where the files are. */
export const published = Object.fromEntries(deployment.published.map(({ store, location }) => [store, location]));
