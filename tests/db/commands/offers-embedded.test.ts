// Offers to mediators on the embedded database, and everything beside the race for one.
import { embedded } from '../station.ts'
import { offersBesides, offersOn } from './offers.ts'

offersOn('embedded', embedded)
offersBesides(embedded)
