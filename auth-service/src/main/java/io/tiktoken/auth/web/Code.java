package io.tiktoken.auth.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.LOCKED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;
import io.tiktoken.defaults.text.CardNumbers;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    @Means(status = BAD_REQUEST, sentence = CardNumbers.REFUSAL)
    CARD_NUMBER_REFUSED,

    // Accounts and their passwords.
    @Means(status = NOT_FOUND, code = "not_found", sentence = "This account no longer exists")
    ACCOUNT_GONE,
    @Means(status = FORBIDDEN, sentence = "This account is suspended; please speak to the shop")
    ACCOUNT_SUSPENDED,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "Nobody has this username")
    USERNAME_UNKNOWN,
    @Means(status = CONFLICT, sentence = "Somebody has this username already")
    USERNAME_TAKEN,
    @Means(status = FORBIDDEN, sentence = "This is not your password")
    PASSWORD_INCORRECT,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "This is the password that you have already")
    PASSWORD_UNCHANGED,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "This password is among the first that others would try; choose another")
    PASSWORD_TOO_COMMON,
    @Means(status = UNAUTHORIZED, sentence = "Username and recovery code do not belong together")
    INVALID_RECOVERY_CODE,
    /** In the same words whether or not the account exists. */
    @Means(
            status = TOO_MANY_REQUESTS,
            code = "too_many_requests",
            sentence = "There were too many wrong tries for this account, or too many at once; please wait a little")
    TOO_MANY_TRIES,
    @Means(
            status = SERVICE_UNAVAILABLE,
            code = "temporarily_unavailable",
            sentence = "Too many people are logging in just now; please try again")
    PASSWORDS_BUSY,

    // Sessions.
    @Means(status = UNAUTHORIZED, sentence = "Username and password do not belong together")
    INVALID_CREDENTIALS,
    @Means(status = UNAUTHORIZED, code = "otp_required", sentence = "Enter the code that your authenticator shows")
    LOGIN_OTP_REQUIRED,
    @Means(status = UNAUTHORIZED, code = "otp_incorrect", sentence = "This code is wrong, or it was used already")
    LOGIN_OTP_INCORRECT,
    @Means(status = NOT_FOUND, sentence = "There is no such session, or it is over")
    SESSION_UNKNOWN,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "You have no such session")
    OWN_SESSION_UNKNOWN,

    // The second factor.
    @Means(status = FORBIDDEN, sentence = "Enter the code that your authenticator shows")
    OTP_REQUIRED,
    @Means(status = FORBIDDEN, sentence = "This code is wrong, or it was used already")
    OTP_INCORRECT,
    @Means(
            status = FORBIDDEN,
            code = "otp_incorrect",
            sentence = "This is not the code of this moment; is the clock of your phone right?")
    FIRST_OTP_INCORRECT,
    @Means(status = LOCKED, sentence = "The code was wrong too often. Enter one of your recovery codes in its place")
    OTP_LOCKED,
    @Means(
            status = TOO_MANY_REQUESTS,
            code = "too_many_requests",
            sentence = "Another code of yours is being checked; please try again in a moment")
    OTP_TOO_EARLY,
    @Means(
            status = TOO_MANY_REQUESTS,
            code = "too_many_requests",
            sentence = "There were too many wrong recovery codes; please try again later")
    TOO_MANY_RECOVERY_CODES,
    @Means(status = CONFLICT, sentence = "You have an authenticator; disable it before you set up another")
    TOTP_ENABLED,
    @Means(status = CONFLICT, sentence = "Ask for a secret and scan it first")
    TOTP_NOT_ENROLLED,
    @Means(status = CONFLICT, code = "totp_not_enabled", sentence = "You have no authenticator")
    OWN_TOTP_NOT_ENABLED,

    // Approvals.
    @Means(status = FORBIDDEN, sentence = "This is not your PIN")
    PIN_INCORRECT,
    @Means(status = LOCKED, sentence = "The PIN was wrong too often. Get a new one with your password")
    PIN_LOCKED,
    @Means(
            status = TOO_MANY_REQUESTS,
            code = "too_many_requests",
            sentence = "Too many people got their PIN wrong where you are; please try again later")
    TOO_MANY_PIN_FAILURES,
    @Means(
            status = TOO_MANY_REQUESTS,
            code = "too_many_requests",
            sentence = "Another approval of yours is being given; please try again in a moment")
    APPROVAL_TOO_EARLY,
    @Means(status = NOT_FOUND, sentence = "There is nobody like this to pay")
    PAYEE_NOT_FOUND,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "You cannot pay yourself")
    PAYEE_IS_YOURSELF,

    // Administration.
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is nobody with this id")
    PERSON_NOT_FOUND,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is no such decision")
    DECISION_NOT_FOUND,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is nothing with this id")
    ID_UNKNOWN,
    @Means(
            status = FORBIDDEN,
            code = "forbidden",
            sentence = "You are no longer an administrator; log in again to see what you are")
    NO_LONGER_ABLE,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "Nobody can suspend themselves")
    CANNOT_SUSPEND_YOURSELF,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "Nobody can check their own identity; another administrator can do this for you")
    NOT_FOR_YOURSELF,
    @Means(
            status = CONFLICT,
            sentence = "There would be no administrator with a second factor left; let somebody else become one first")
    LAST_ADMINISTRATOR,
    @Means(status = CONFLICT, sentence = "This person has no authenticator to remove")
    TOTP_NOT_ENABLED,
    @Means(
            status = FORBIDDEN,
            sentence = "Another administrator has to confirm what you asked for, and what is about you")
    NEEDS_ANOTHER_ADMINISTRATOR,
    @Means(
            status = CONFLICT,
            sentence = "Whoever asked for this is no longer an administrator; ask for it anew if it is still needed")
    REQUESTER_NO_LONGER_ABLE,
    @Means(status = CONFLICT, sentence = "This was decided or has run out; ask for it anew if it is still needed")
    NO_LONGER_OPEN,

    // Merchants and kiosks.
    @Means(status = BAD_REQUEST, code = "validation_failed", sentence = "kind must be merchant or kiosk")
    KIND_UNKNOWN,
    @Means(status = CONFLICT, sentence = "Somebody is called so, or people could think so")
    NAME_TAKEN,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is no such merchant or kiosk")
    CLIENT_NOT_FOUND,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is no such secret of this client")
    SECRET_NOT_FOUND,
    @Means(status = CONFLICT, sentence = "Remove the secret that is no longer used first")
    TWO_SECRETS_ALREADY,
    @Means(status = CONFLICT, sentence = "Disable the client instead, or add a new secret first")
    LAST_SECRET,

    // Keys and records.
    @Means(status = CONFLICT, sentence = "A new key is announced and does not sign yet")
    ROTATION_UNDER_WAY,
    @Means(status = CONFLICT, sentence = "Another hash is on record for this height")
    ANCHOR_DIFFERS,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "Nothing is on record yet")
    NO_ANCHOR_YET,
    @Means(status = CONFLICT, sentence = "Something else is on record under this id")
    BODY_DIFFERS
}
