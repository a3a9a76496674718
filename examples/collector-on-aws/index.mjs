import { deploymentOfFile } from "pulumi-cowork";

const deployment = await deploymentOfFile("deployment.yaml");

/** Where the collector is, for whoever looks after it. */
export const { collector } = deployment;
/** What the perimeter of devices must allow: the collector's name is among it. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
