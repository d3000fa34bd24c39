import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks each file against each profile: Validate ua1,3a FILE… Exit 0: all pass; 1: a check failed; 2: not a PDF. */
public class Validate {
    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        int exit = 0;
        for (int at = 1; at < arguments.length; at++) {
            for (String profile : arguments[0].split(",")) {
                exit = Math.max(exit, check(new File(arguments[at]), PDFAFlavour.fromString(profile)));
            }
        }
        System.exit(exit);
    }

    private static int check(File file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s: %s, %d rules, %d checks%n", file.getName(), flavour.getId(),
                    result.isCompliant() ? "PASS" : "FAIL",
                    result.getValidationProfile().getRules().size(), result.getTotalAssertions());
            Map<String, List<String>> failures = new TreeMap<>();
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                    failures.computeIfAbsent(rule, key -> new ArrayList<>())
                            .add(test.getMessage() + " @ " + test.getLocation().getContext());
                }
            }
            failures.forEach((rule, places) -> System.out.printf("  %s, %d times: %s%n", rule, places.size(),
                    places.get(0).replaceAll("\\s+", " ")));
            return result.isCompliant() ? 0 : 1;
        } catch (Exception problem) {
            System.out.printf("%s %s: ERROR %s%n", file.getName(), flavour.getId(), problem);
            return 2;
        }
    }
}
