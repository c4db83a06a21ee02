//! The error bodies that the APIs publish as examples, as they stand in their documentation.

/// Bictorys: a request without a key.
pub const BICTORYS_EXAMPLE: &str = r#"{
	"status": 400,
	"title": "BAD_REQUEST",
	"details": "bearer token or apikey is missing",
	"source": "onboarding"
}"#;

/// Partner Center: 99902, without details.
pub const UNAUTHENTICATED_EXAMPLE: &str = r#"{
  "error": {
    "code": "unauthenticated",
    "message": "The caller is not authenticated.",
    "innerError": {
      "code": "99902",
      "message": "Request not authenticated",
      "details": null
    }
  }
}"#;

/// Partner Center: 99901, with details.
pub const INVALID_INPUT_EXAMPLE: &str = r#"{
  "error": {
    "code": "invalidRequest",
    "message": "The request is malformed or incorrect.",
    "innerError": {
      "code": "99901",
      "message": "InvalidInput",
      "details": [
        {
          "InvalidReferralForCoSellConversion": [
            "If PartnerLed referral has no solution it cannot be converted to co-sell referral"
          ]
        }
      ]
    }
  }
}"#;

/// The generic error object: a 500, its status a string.
pub const GENERIC_EXAMPLE: &str = r#"{
"timestamp": "2022-07-28T22:25:51.000Z",
"httpStatusCode": "500",
"httpStatusMessage": "Internal Server Error",
"errorMessage": "Une erreur est survenue",
"requestMethod": "POST",
"requestURI": "/v1/subscriptions"
}"#;
