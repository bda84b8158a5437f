package io.banku;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The house is built as its plan says: who may see whom, and what each room is free of. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.banku");

    /** Each folder and the folders that it sees. What sees all is not listed. */
    private static final Map<String, Set<String>> SEES = Map.ofEntries(
            Map.entry("copybook", Set.of()),
            Map.entry("record", Set.of("copybook")),
            Map.entry("account", Set.of()),
            Map.entry("calendar", Set.of()),
            Map.entry("feed", Set.of("copybook", "record", "account", "calendar")),
            Map.entry("inspect", Set.of("copybook", "record", "feed")),
            Map.entry("trial", Set.of("copybook", "record", "account", "feed", "log", "batch")),
            Map.entry("draft", Set.of("copybook", "record", "feed", "inspect")),
            Map.entry("reference", Set.of()),
            Map.entry("batch", Set.of("calendar", "reference", "feed", "record", "log", "account", "outside")),
            Map.entry("night", Set.of("calendar", "copybook", "feed", "batch", "log")),
            Map.entry("log", Set.of("account", "outside")),
            Map.entry("audit", Set.of("log")),
            Map.entry("view", Set.of("account", "outside")),
            Map.entry("command", Set.of("account", "log", "view")),
            Map.entry("settings", Set.of()),
            Map.entry("outside", Set.of()),
            Map.entry("embedded", Set.of()));

    private static final List<String> FOLDERS = SEES.keySet().stream().sorted().toList();

    @ParameterizedTest
    @FieldSource("FOLDERS")
    void aFolderSeesOnlyWhatThePlanLetsItSee(String folder) {
        String[] seen = Stream.concat(
                        Stream.of("io.banku." + folder + ".."),
                        SEES.get(folder).stream().map(other -> "io.banku." + other + ".."))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("io.banku." + folder + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.banku..").and(resideOutsideOfPackages(seen)))
                .because("a record is met once in each folder, in the order of its journey; the arrows point one way")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyFolderHasItsPlaceInThePlan() {
        Set<String> found = HOUSE.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(names -> names.length > 2)
                .map(names -> names[2])
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(SEES.keySet());

        assertThat(found).as("these see all").isSubsetOf("camel", "cli");
    }

    @Test
    void noTwoFoldersSeeEachOther() {
        slices().matching("io.banku.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what depends on each other is one thing in two folders")
                .check(HOUSE);
    }

    @Test
    void onlyTheAdaptersKnowCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.banku.camel..")
                .and(not(resideInAPackage("io.banku")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .because("the bank's rules outlive the framework that calls them")
                .check(HOUSE);
    }

    @Test
    void onlyTheLogKnowsKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.banku.log..", "io.banku.embedded..")
                .and(not(named("io.banku.camel.PartitionChunks"))) // Camel's factory returns Kafka's consumer
                .and(not(named("io.banku.camel.KafkaEndpoints"))) // Camel's settings name Kafka's deserializers
                .and(not(named("io.banku.camel.AppendReceipt"))) // Camel hands over Kafka's own
                .and(not(named("io.banku.camel.Problems"))) // what Kafka's clients throw through Camel is answered here
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..")
                .because("how facts are kept is the log's business alone")
                .check(HOUSE);
    }

    @Test
    void onlyTheViewKnowsRedis() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.banku.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..", "org.springframework.data..", "redis..")
                .because("positions and accounts go together, and only the view's scripts keep them so")
                .check(HOUSE);
    }

    @Test
    void theBanksLanguageTheCopybooksAndTheCalendarNeedNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.banku.account..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.banku.account..")
                .because("deciding and folding are pure: no Kafka, Redis, Camel, JSON or logging")
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage("io.banku.copybook..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.banku.copybook..")
                .because("COBOL text becomes a layout by reading it, nothing else")
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage("io.banku.calendar..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.banku.calendar..")
                .because("a calendar is the same for whoever asks")
                .check(HOUSE);
    }

    @Test
    void thePureFoldersDoNotAskTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.banku.account..", "io.banku.calendar..", "io.banku.copybook..", "io.banku.record..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("time and ids come in as arguments: a replay gives the same result")
                .check(HOUSE);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        classes()
                .that()
                .resideInAPackage("io.banku.account..")
                .should(useNoFloatingPoint())
                .because("a double loses cents above 2^53")
                .check(HOUSE);
    }

    @Test
    void wordsGoThroughTheLogAndTheTerminalBelongsToTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.banku.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("stdout is data, and only the command line writes data")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("there is one log, slf4j's")
                .check(HOUSE);
    }

    @Test
    void aClassIsNamedByWhatItIsInTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Service|Info)")
                .because("such a name says nothing about banks, mainframes or files")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return JavaClass.Predicates.belongTo(HasName.Predicates.name(name).forSubtype());
    }

    private static ArchCondition<JavaClass> useNoFloatingPoint() {
        List<String> floating = Stream.of(double.class, float.class, Double.class, Float.class)
                .map(Class::getName)
                .toList();
        return new ArchCondition<>("use no floating point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> floating.contains(field.getRawType().getName()))
                        .forEach(field -> events.add(
                                SimpleConditionEvent.violated(type, field.getFullName() + " is floating point")));
                Stream.concat(
                                type.getCodeUnits().stream()
                                        .flatMap(unit -> Stream.concat(
                                                Stream.of(unit.getRawReturnType()),
                                                unit.getRawParameterTypes().stream())),
                                type.getMethodCallsFromSelf().stream()
                                        .flatMap(call -> Stream.concat(
                                                Stream.of(call.getTarget().getRawReturnType()),
                                                call.getTarget().getRawParameterTypes().stream())))
                        .filter(used -> floating.contains(used.getName()))
                        .forEach(used -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " passes a " + used.getName())));
            }
        };
    }
}
