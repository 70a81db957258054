package fundtrail.command.known;

import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Memory;
import fundtrail.contract.Entry;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The purchase of services, from what work weighs to the settled year. */
public final class Purchases implements Room {
    private final Standards standards;
    private final Volumes volumes;
    private final Entitlements entitlements;
    private final Settlements settlements;
    private final TakenOut takenOut;
    private final List<Room> rooms;

    Purchases(Memory memory, Fingerprints bankRefs) {
        standards = new Standards(memory);
        volumes = new Volumes(memory);
        takenOut = new TakenOut(memory, volumes, standards);
        entitlements = new Entitlements(memory, standards, volumes, takenOut);
        settlements = new Settlements(memory, bankRefs);
        rooms = List.of(standards, volumes, entitlements, settlements);
    }

    @Override
    public boolean fold(Entry entry) {
        return rooms.stream().anyMatch(room -> room.fold(entry));
    }

    /** The years in which the institution worked or was settled. */
    List<InstitutionYear> yearsOf(InstitutionId institution) {
        return Stream.of(volumes.years(), entitlements.years(), settlements.years())
                .flatMap(Set::stream)
                .filter(year -> year.institution().equals(institution))
                .distinct()
                .toList();
    }

    void merged(Merger merger) {
        volumes.merged(merger);
        entitlements.merged(merger);
        takenOut.merged(merger);
    }

    public Standards standards() {
        return standards;
    }

    public Volumes volumes() {
        return volumes;
    }

    public Entitlements entitlements() {
        return entitlements;
    }

    /** Work that was clawed back before its year was settled. */
    public TakenOut takenOut() {
        return takenOut;
    }

    public Settlements settlements() {
        return settlements;
    }
}
