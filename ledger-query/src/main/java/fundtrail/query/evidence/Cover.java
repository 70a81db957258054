package fundtrail.query.evidence;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.fact.LedgerOpened.Purpose;
import fundtrail.query.evidence.ControlTotals.Total;
import fundtrail.query.evidence.EvidencePack.About;
import fundtrail.query.evidence.Manifest.Withheld;
import java.util.List;

/** The page people read first: what the pack is of, what it adds up to, how to verify it. In both languages, as the pack has one form. */
final class Cover {
    /** More rows than anybody reads; the manifest lists all. */
    private static final int LISTED = 2_000;

    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder withheld = new StringBuilder();
    private int facts;

    void add(Entry entry, String leafHash) {
        facts++;
        if (facts > LISTED) {
            return;
        }
        var envelope = entry.envelope();
        rows.append(row(Long.toString(entry.position()), envelope.type(), envelope.effectiveDate().toString(),
                EntryCodec.instant(entry.recordedAt()), envelope.document() == null ? "–" : envelope.document().number(), leafHash));
    }

    void withhold(Withheld one) {
        withheld.append(row(Long.toString(one.position()), one.leafHash()));
    }

    /** Where it goes, and what is left out of it. */
    private String referred(About about) {
        return about.referral() == null ? "" : """
                <h2>移送 Referral</h2>
                <p>本包供受移送机关（%s，%s）使用，仅含与被查机构有关的事实。人员仅以编号列示，姓名须书面向本局查询；举报人不在任何证据包之列。
                下列事实同时涉及其他机构，未予收入，其叶哈希可供日后核对。</p>
                <p>For the body the case was referred to (%s, %s): what is about the institution inquired into, and nothing of others.
                People stand in it by reference; their names are asked for in writing. No pack says who told. The facts below name
                other institutions as well and are left out; by their leaf hashes they can be compared later.</p>
                <table><tr><th>序号 Position</th><th>叶哈希 Leaf hash</th></tr>
                %s</table>
                """.formatted(escaped(about.referral().to()), about.referral().on(), escaped(about.referral().to()), about.referral().on(), withheld);
    }

    String html(About about, List<Total> totals) {
        StringBuilder sums = new StringBuilder();
        for (Total total : totals) {
            sums.append(row(total.division().value(), Integer.toString(total.budgetYear()), total.fundSource().value(), total.book().name(),
                    total.account().name(), total.debit().toString(), total.credit().toString()));
        }
        boolean rehearsal = about.ledger().purpose() == Purpose.REHEARSAL;
        return """
                <!doctype html>
                <html lang="zh"><head><meta charset="utf-8"><title>审计证据包 Evidence pack</title>
                <style>body{font:14px/1.6 sans-serif;max-width:72em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%%}
                td,th{border:1px solid #999;padding:.15em .5em;text-align:left;overflow-wrap:anywhere}pre{border:1px solid #999;padding:1em;overflow:auto}
                .mark{border:2px solid #b00;color:#b00;padding:.5em 1em;font-weight:bold}</style></head><body>
                <h1>审计证据包 Evidence pack</h1>
                %s<table>
                %s</table>
                %s<h2>检查点 Checkpoint</h2>
                <pre>%s</pre>
                <h2>如何验证 How to verify</h2>
                <p>无需联网，无需本系统：<code>java Verify.java PACK.zip --key VERIFIER-KEY [--since CHECKPOINT]</code>（JDK 17 或更高版本）。请以另处保存的验证公钥和检查点核对。
                证明只说明这些事实自记账以来未被改动；不说明经授权的人所录内容属实。</p>
                <p>Offline, and without this system: <code>java Verify.java PACK.zip --key VERIFIER-KEY [--since CHECKPOINT]</code> (JDK 17 or later). Compare with a verifier key and a checkpoint
                kept elsewhere. What is proved is that these facts have not been changed since they were recorded, not that what an authorised
                person entered is true.</p>
                <h2>控制合计 Control totals</h2>
                <table><tr><th>区划 Division</th><th>预算年度 Budget year</th><th>资金来源 Source</th><th>账簿 Book</th><th>科目 Account</th><th>借方 Debit</th><th>贷方 Credit</th></tr>
                %s</table>
                <h2>事实 Facts</h2>
                %s<table><tr><th>序号 Position</th><th>类型 Type</th><th>业务日期 Effective</th><th>记账时间 Recorded</th><th>文号 Document</th><th>叶哈希 Leaf hash</th></tr>
                %s</table></body></html>
                """.formatted(
                rehearsal ? "<p class=\"mark\">演练账，人员、机构与金额均为虚构。 A rehearsal ledger: people, institutions and amounts are made up.</p>\n" : "",
                said("账本 Ledger", about.ledger().ledgerId()) + said("日志名称 Origin", about.ledger().origin())
                        + said("查询 Query", about.query())
                        + said("已知至序号 Known up to position", about.asOf().knownPosition() + ", " + EntryCodec.instant(about.asOf().knownAt()))
                        + said("业务日期至 Counts up to", about.asOf().effective().toString())
                        + said("事实条数 Facts", Integer.toString(facts)) + said("验证公钥 Verifier key", about.verifierKey()),
                referred(about), escaped(about.checkpoint()), sums,
                facts > LISTED ? "<p>仅列前 " + LISTED + " 条，其余见 manifest.json。 The first " + LISTED + "; manifest.json lists all.</p>\n" : "",
                rows);
    }

    private static String said(String what, String value) {
        return "<tr><th>" + what + "</th><td>" + escaped(value) + "</td></tr>\n";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append("<td>").append(escaped(cell)).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
