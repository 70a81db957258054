package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tip-offs, and under which references their informants are kept. */
public final class TipOffs implements Room {
    /**
     * A tip-off.
     *
     * @param institution absent where it names none of the ledger's
     * @param informant   absent of one that nobody signed
     * @param keptBy      who may know that reference
     * @param inCase      the case that was opened on it; absent before
     */
    public record TipOff(
            TipOffId id,
            DivisionCode division,
            @MayBeAbsent InstitutionId institution,
            @MayBeAbsent PersonRef informant,
            List<PersonRef> keptBy,
            @MayBeAbsent CaseId inCase) {}

    private final Table<TipOffId, TipOff> tipOffs;
    private final Table<PersonRef, TipOffId> informants;

    TipOffs(Memory memory) {
        tipOffs = new Table<>(memory, "tipOffs", Forms.TIP_OFF, Form.json(TipOff.class));
        informants = new Table<>(memory, "informants", Forms.PERSON, Forms.TIP_OFF);
    }

    /** The tip-off, or {@code null}. */
    public TipOff of(TipOffId id) {
        return tipOffs.get(id);
    }

    /** Whether the reference stands for an informant. */
    public boolean isInformant(PersonRef person) {
        return informants.has(person);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case TipOffRecorded fact ->
                tipOffs.put(fact.tipOff(), new TipOff(fact.tipOff(), fact.division(), fact.institution(), null, List.of(), null));
            case InformantRecorded fact -> {
                TipOff before = of(fact.tipOff());
                informants.put(fact.person(), fact.tipOff());
                tipOffs.put(fact.tipOff(), new TipOff(before.id(), before.division(), before.institution(), fact.person(),
                        Stream.concat(before.keptBy().stream(), entry.envelope().hands().stream()).distinct()
                                .sorted(Comparator.comparing(PersonRef::value)).toList(),
                        before.inCase()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A case follows it. */
    void followed(CaseOpened fact) {
        if (fact.tipOff() != null) {
            TipOff before = of(fact.tipOff());
            tipOffs.put(before.id(), new TipOff(
                    before.id(), before.division(), before.institution(), before.informant(), before.keptBy(), fact.caseId()));
        }
    }
}
