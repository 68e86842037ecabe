// The keys of the addresses that a transaction writes to, each read once.
import { and, eq } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { Tx, Vault } from '../books.ts'
import { addresses, dataKeys } from '../schema/index.ts'

export type AddressVaults = {
  /** Null when the address is gone. */
  of(address: string): Promise<Vault | null>
  /** One that was read together with something else. */
  known(address: string, vault: Vault): void
  /** The address was erased in this transaction. */
  forget(address: string): void
}

export function addressVaults(base: Base, tx: Tx): AddressVaults {
  const vaults = new Map<string, Vault | null>()
  const keep = (address: string, vault: Vault | null): Vault | null => {
    const whole = vault?.erased ? null : vault
    vaults.set(address, whole)
    return whole
  }
  return {
    async of(address) {
      const known = vaults.get(address)
      if (known !== undefined) return known
      const [row] = await tx
        .select({ id: dataKeys.id, wrapped: dataKeys.wrapped, wrappedBy: dataKeys.wrappedBy })
        .from(addresses)
        .innerJoin(
          dataKeys,
          and(eq(dataKeys.stationId, addresses.stationId), eq(dataKeys.id, addresses.keyId)),
        )
        .where(and(eq(addresses.stationId, base.station), eq(addresses.id, address)))
      return keep(address, row ? base.ring.known(row) : null)
    },
    known: (address, vault) => void keep(address, vault),
    forget: (address) => void vaults.set(address, null),
  }
}
