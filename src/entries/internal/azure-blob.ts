/**
 * What the engine runs to write a file to Azure Blob Storage.
 *
 * State keeps the text that reaches this address, and `destroy` runs it years later: it and the names of the functions
 * never change.
 *
 * @module
 */
export * from "../../components/azure/blob-provider.js";
