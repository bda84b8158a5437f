package io.banku.bench.decode;

import io.banku.copybook.Copybook;
import io.banku.record.*;
import java.math.BigDecimal;
import java.util.*;
import org.junit.jupiter.api.Test;

class DiscoverTest {
    @Test
    void discover() throws Exception {
        Random random = new Random(1);
        Map<String, String> seen = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Declared d : Declared.all()) {
            FieldReader ours = RecordDecoder.of(Copybook.parse("F", d.copybook()), CodePage.of("cp037")).field("F");
            CobrixField theirs;
            try { theirs = new CobrixField(d); } catch (Exception e) { seen.put(d.clauses(), e.toString()); continue; }
            if (theirs.length() != d.length()) { seen.put(d.clauses() + " length", theirs.length() + " not " + d.length()); continue; }
            for (int i = 0; i < 2000; i++) {
                Sample s = Sample.of(d, random);
                Frame f = new Frame(); f.bytes = s.bytes(); f.length = s.bytes().length;
                String hex = HexFormat.of().withUpperCase().formatHex(s.bytes());
                String mine;
                try { mine = ours.decimal(f).compareTo(s.value()) == 0 ? null : "" + ours.decimal(f); } catch (FieldException e) { mine = e.located(1); }
                if (mine != null) seen.put("OURS " + d.clauses(), hex + " = " + s.value() + " ours " + mine);
                String t;
                try { BigDecimal v = theirs.value(s.bytes()); t = v == null ? "null" : v.compareTo(s.value()) == 0 ? null : v.toString(); } catch (Exception e) { t = e.toString(); }
                if (t != null) {
                    char sign = switch (d.form()) { case PACKED -> hex.charAt(hex.length() - 1); case ZONED -> hex.charAt(hex.length() - 2); case ZONED_LEADING -> hex.charAt(0); default -> '-'; };
                    String k = d.form() + (d.signed() ? " signed " : " unsigned ") + (d.scale() < 0 || d.scale() > d.digits() ? "P" : d.scale() > 0 ? d.scale() == d.digits() ? "V.." : "V" : "int") + " sign " + sign + (t.equals("null") ? " null" : " value");
                    counts.merge(k, 1, Integer::sum);
                    seen.put(k, d.clauses() + " " + hex + " = " + s.value() + " theirs " + t);
                }
            }
        }
        seen.forEach((k, v) -> System.out.println(k + " #" + counts.get(k) + ": " + v));
    }
}
