package fundtrail.query.read;

import fundtrail.contract.Entry;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.id.CaseId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Case;
import fundtrail.query.entity.Finding;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.extract.OnRecord;
import fundtrail.query.http.Ask;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who opens a case file is on record, or does not see it: the first time a day. A case file is the case itself, its trail, what
 * was found in it, and each fact that says so; not the list of cases, nor the money that was paid and clawed back.
 */
public final class CaseFiles {
    private final Questions questions;
    private final Entities entities;
    private final OnRecord onRecord;

    public CaseFiles(Questions questions, Entities entities, OnRecord onRecord) {
        this.questions = questions;
        this.entities = entities;
        this.onRecord = onRecord;
    }

    /** Of a case its reader may see. */
    void open(Ask ask, Case inquiry) throws InterruptedException {
        onRecord.caseFile(ask, inquiry.division(), inquiry.caseId(), questions.today());
    }

    /** Of those of these cases that the reader may see; the others are no business of this reader, and no file is opened. */
    void open(Ask ask, AsOf asOf, Collection<CaseId> cases) throws InterruptedException {
        for (CaseId id : Set.copyOf(cases)) {
            var inquiry = entities.one(Kind.CASE, id.value(), Questions.ever(asOf), ask.reader().scope()).map(Version::body);
            if (inquiry.isPresent()) {
                open(ask, inquiry.get());
            }
        }
    }

    /** Of the case that a fact is about, before its words are shown. */
    void open(Ask ask, AsOf asOf, Entry shown) throws InterruptedException {
        if (shown.fact() instanceof AuditExtractIssued) {
            return;
        }
        Set<CaseId> about = new LinkedHashSet<>();
        for (Tag tag : shown.fact().tags()) {
            if (tag.key().equals(Tags.CASE)) {
                about.add(new CaseId(tag.value()));
            } else if (tag.key().equals(Tags.FINDING)) {
                entities.one(Kind.FINDING, tag.value(), Questions.ever(asOf), ask.reader().scope())
                        .map(Version::body).map(Finding::caseId).ifPresent(about::add);
            }
        }
        open(ask, asOf, about);
    }
}
