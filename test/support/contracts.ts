import { type Contract, readContract } from '../../scripts/actions.ts'

const contracts = new Map<string, Contract>()

/** Returns the action.yml of an action, which is read and checked once. */
export function contractOf(name: string): Contract {
  const contract = contracts.get(name) ?? readContract(name)
  contracts.set(name, contract)
  return contract
}
