// Offers to mediators on a server: the race for one between two processes.
import { onServer } from '../station.ts'
import { offersOn } from './offers.ts'

offersOn('on a server', onServer)
