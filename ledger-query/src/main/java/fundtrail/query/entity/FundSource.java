package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.id.FundSourceCode;

/** A fund source: who provides the money, and where what is recovered of it goes back to. */
public record FundSource(
        FundSourceCode fundSource,
        String nameZh,
        String nameEn,
        Level level,
        @MayBeAbsent String natureCode,
        @MayBeAbsent String projectCode,
        boolean directFund,
        RestitutionTarget restitutionOpen,
        RestitutionTarget restitutionClosed,
        @MayBeAbsent String governingRule,
        @MayBeAbsent DocumentRef document) {}
